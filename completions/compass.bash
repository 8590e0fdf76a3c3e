# bash completion for compass; works in bash 3.2 and later.
# Neither a typed word nor a file name is evaluated: no eval, and no compgen -W, which expands its words.
_compass_complete() {
    local words=() word glue='' typed value line out directive kept='' quote='' home i
    # readline also splits words at = and :
    for ((i = 1; i <= COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]}
        if ((${#words[@]} > 0)) && [[ $glue || $word == [=:]* ]]; then
            words[${#words[@]}-1]+=$word
        else
            words+=("$word")
        fi
        if [[ $word == *[=:] ]]; then glue=1; else glue=''; fi
    done
    typed=${words[${#words[@]}-1]}
    if [[ $typed == [\"\']* ]]; then quote=1 typed=${typed:1}; fi
    typed=${typed//\\/}
    words[${#words[@]}-1]=$typed
    out=$(compass complete -- "${words[@]}" 2>/dev/null)
    directive=${out##*:}
    # What comes before the last = or : stays on the line.
    if [[ $typed == *=* && $COMP_WORDBREAKS == *=* ]]; then kept=${typed%"${typed##*=}"}; fi
    if [[ $typed == *:* && $COMP_WORDBREAKS == *:* ]]; then
        value=${typed%"${typed##*:}"}
        if ((${#value} > ${#kept})); then kept=$value; fi
    fi
    COMPREPLY=()
    while IFS= read -r line; do
        value=${line%%$'\t'*}
        value=${value#"$kept"}
        if [[ ! $value ]]; then continue; fi
        # The shell expands a ~ at the beginning only if it is not quoted.
        home=''
        if [[ $value == '~/'* ]]; then home='~/' value=${value:2}; fi
        if [[ $value == *[!A-Za-z0-9_./:=,@%+-]* ]]; then
            # A quotation mark is open: only a name that needs no quoting is safe inside it.
            if [[ $quote ]]; then continue; fi
            printf -v value %q "$value"
        fi
        COMPREPLY+=("$home$value")
    done <<< "${out%:*}"
    # 2: no space after the word.
    if [[ $directive == [0-9]* ]] && ((directive & 2)); then compopt -o nospace 2>/dev/null; fi
    return 0
}
complete -F _compass_complete compass
