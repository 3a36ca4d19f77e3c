import { CAUSE_IDS, InputError } from '@why403/core';
import { Command } from 'commander';
import type { Io } from '../command/io.ts';
import { describe } from '../command/options.ts';
import { COMMANDS } from '../command/run.ts';

/** `why403 completion bash|zsh|fish`: prints a completion script made from the command's own options. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  const [shell] = argv;
  if (shell === '--help' || shell === '-h') {
    io.stdout.write(
      'Usage: why403 completion bash|zsh|fish\n\n  bash   source <(why403 completion bash)\n  zsh    source <(why403 completion zsh)\n  fish   why403 completion fish | source\n',
    );
    return 0;
  }
  const options = describe(new Command()).options.map((o) => ({
    long: o.long ?? '',
    what: o.description,
    file: /<file|<dir/.test(o.flags) || o.long === '--working',
    value: o.required,
  }));
  const words = Object.keys(COMMANDS);
  const script =
    shell === 'bash'
      ? bash(options, words)
      : shell === 'zsh'
        ? zsh(options, words)
        : shell === 'fish'
          ? fish(options, words)
          : undefined;
  if (!script)
    throw new InputError('BAD_VALUE', `There is no completion for ${shell ? `"${shell.slice(0, 40)}"` : 'no shell'}.`, {
      hint: 'It knows bash, zsh and fish.',
    });
  io.stdout.write(script);
  return 0;
}

type Known = readonly {
  readonly long: string;
  readonly what: string;
  readonly file: boolean;
  readonly value: boolean;
}[];

function bash(options: Known, commands: readonly string[]): string {
  return `# bash completion for why403
_why403() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]}
  COMPREPLY=()
  local i
  for ((i = 1; i < COMP_CWORD; i++)); do
    local at=
    [[ \${COMP_WORDS[i]} == curl ]] && at=$i
    [[ \${COMP_WORDS[i]} == -- ]] && at=$((i + 1))
    if [[ -n $at ]]; then
      declare -F _comp_command_offset >/dev/null && { _comp_command_offset "$at"; return; }
      declare -F _command_offset >/dev/null && { _command_offset "$at"; return; }
      return
    fi
  done
  case $prev in
    explain) COMPREPLY=($(compgen -W '${CAUSE_IDS.join(' ')}' -- "$cur")); return ;;
    completion) COMPREPLY=($(compgen -W 'bash zsh fish' -- "$cur")); return ;;
    apply) COMPREPLY=($(compgen -W '--recover --keep --help' -- "$cur")); return ;;
    ${options
      .filter((o) => o.file)
      .map((o) => o.long)
      .join('|')}) COMPREPLY=($(compgen -f -- "$cur")); return ;;
  esac
  if [[ $cur == -* ]]; then
    COMPREPLY=($(compgen -W '${options.map((o) => o.long).join(' ')}' -- "$cur"))
  else
    COMPREPLY=($(compgen -W 'curl ${commands.join(' ')}' -- "$cur") $(compgen -f -- "$cur"))
  fi
}
complete -o filenames -F _why403 why403
`;
}

function zsh(options: Known, commands: readonly string[]): string {
  const text = (s: string): string => s.replace(/'/g, "'\\''").replace(/[[\]:]/g, '\\$&');
  return `#compdef why403
_why403() {
  local i
  for ((i = 2; i < CURRENT; i++)); do
    if [[ $words[i] == curl ]]; then
      shift $((i - 1)) words; ((CURRENT -= i - 1)); _normal; return
    elif [[ $words[i] == -- ]]; then
      shift $i words; ((CURRENT -= i)); _normal; return
    fi
  done
  case $words[2] in
    explain) _values cause ${CAUSE_IDS.join(' ')}; return ;;
    completion) _values shell bash zsh fish; return ;;
    apply) _values option --recover --keep --help; return ;;
  esac
  _arguments -s \\
${options.map((o) => `    '*${o.long}[${text(o.what)}]${o.value ? `:value:${o.file ? '_files' : ''}` : ''}' \\`).join('\n')}
    '1:request:(curl ${commands.join(' ')})' '*:file:_files'
}
compdef _why403 why403
`;
}

function fish(options: Known, commands: readonly string[]): string {
  const text = (s: string): string => s.replace(/\\/g, '\\\\').replace(/'/g, "\\'");
  return `# fish completion for why403
${Object.entries(COMMANDS)
  .map(([word, { what }]) => `complete -c why403 -n __fish_use_subcommand -a ${word} -d '${text(what)}'`)
  .join('\n')}
complete -c why403 -n __fish_use_subcommand -a curl -d 'the curl command that is refused'
complete -c why403 -n 'contains -- -- (commandline -opc)' -a '(__fish_complete_subcommand --fcs-skip=(math (contains -i -- -- (commandline -opc)) - 1))'
complete -c why403 -f -n '__fish_seen_subcommand_from explain' -a '${CAUSE_IDS.join(' ')}'
complete -c why403 -f -n '__fish_seen_subcommand_from completion' -a 'bash zsh fish'
complete -c why403 -f -n '__fish_seen_subcommand_from apply' -l recover -d 'put back what a stopped run left'
complete -c why403 -f -n '__fish_seen_subcommand_from apply' -l keep -d 'let it stand'
${options.map((o) => `complete -c why403 -n 'not __fish_seen_subcommand_from ${commands.join(' ')}' -l ${o.long.slice(2)}${o.value ? ` -r${o.file ? ' -F' : ''}` : ''} -d '${text(o.what)}'`).join('\n')}
`;
}
