// Put into the page: `attack` tries what a text could try that became markup by mistake. Returns what of it worked.
globalThis.attack = async (address) => {
  globalThis.ran = [];
  const { body } = document;
  body.style.color = 'rgb(0, 0, 0)';
  const put = (name, attributes, text = '') => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.textContent = text;
    body.append(element);
    return element;
  };
  put('script', {}, 'ran.push("script")');
  put('script', { src: `${address}/script.js` });
  put('style', {}, 'body { color: red !important }');
  put('link', { rel: 'stylesheet', href: `${address}/style.css` });
  put('img', { src: `${address}/pixel.png`, onerror: 'ran.push("onerror")' });
  put('iframe', { src: `${address}/frame.html` });
  put('object', { data: `${address}/object` });
  put('form', { action: `${address}/form`, method: 'post' }).submit();
  const fetched = await fetch(`${address}/fetch`).then(
    () => 'fetched',
    () => 'refused',
  );
  const sent = await new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.onload = () => resolve('sent');
    request.onerror = () => resolve('refused');
    request.open('POST', `${address}/answers`);
    request.send('answers');
  });
  await new Promise((resolve) => setTimeout(resolve, 300));
  return { ran: globalThis.ran, color: getComputedStyle(body).color, fetched, sent };
};
