# fish completion for compass. Neither a typed word nor a file name is evaluated.
function __compass_complete
    set -l words (commandline -opc)
    set -e words[1]
    set -l typed (commandline -ct)
    set -l lines (compass complete -- $words "$typed" 2>/dev/null)
    # The last line is for other shells.
    if test (count $lines) -gt 1
        printf '%s\n' $lines[1..-2]
    end
end
complete -c compass -e
complete -c compass -f -a '(__compass_complete)'
