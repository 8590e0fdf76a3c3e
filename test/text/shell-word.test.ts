import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { shellWord } from '../../src/text/shell-word.ts';

describe('a name in a command that is printed to be copied', () => {
  it.each([
    'bill.answers.yaml',
    'drafts/bill-v2.answers.yaml',
    '/tmp/a_b.json',
    'loi-n°1.yaml'.replace('°', ''),
    'Gesetz_ä.yaml',
    'a@b+c=d,e:f%',
  ])('stays as it is: %s', (name) => {
    expect(shellWord(name)).toBe(name);
  });

  it
    .skipIf(process.platform === 'win32')
    .each([
      'a b.yaml',
      'a$(touch x).yaml',
      'a`touch x`.yaml',
      "a';touch x;'.yaml",
      'a";touch x;".yaml',
      'a\nb.yaml',
      '~/a.yaml',
      '*.yaml',
      'a{b,c}.yaml',
      '#a.yaml',
      '!a.yaml',
      '',
      'a\\b.yaml',
    ])('is one word to the shell, and the same: %j', (name) => {
    const { stdout } = spawnSync('sh', ['-c', `printf '[%s]' ${shellWord(name)}`], { encoding: 'utf8' });
    expect(stdout).toBe(`[${name}]`);
  });

  it.each(['-o.yaml', '--output=x'])('is no option: %s', (name) => {
    expect(shellWord(name)).toBe(`./${name}`);
  });
});
