#compdef compass
# zsh completion for compass. Neither a typed word nor a file name is evaluated.
_compass() {
    local -a lines values shown extra
    local out line value about directive
    # (Q) takes off one level of quoting, and expands nothing.
    out=$(compass complete -- "${(@Q)words[2,CURRENT]}" 2>/dev/null)
    lines=("${(@f)out}")
    directive=${lines[-1]#:}
    lines[-1]=()
    for line in "${lines[@]}"; do
        value=${line%%$'\t'*}
        about=${line#*$'\t'}
        [[ -n $value ]] || continue
        values+=("$value")
        shown+=("$value${about:+  -- $about}")
    done
    # 2: no space after the word.
    [[ $directive == <-> ]] && (( directive & 2 )) && extra=(-S '')
    # compadd quotes what it inserts.
    (( ${#values} )) && compadd "${extra[@]}" -l -d shown -a -- values
}
if [[ ${funcstack[1]} == _compass ]]; then _compass "$@"; else compdef _compass compass; fi
