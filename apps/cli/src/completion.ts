/** Scripts that teach a shell to complete `crux`: commands, options and built-in scenarios. */
export function completionScript(shell: string, words: CompletionWords): string | undefined {
  switch (shell) {
    case "bash":
      return bash(words);
    case "zsh":
      return `#compdef crux\nautoload -U +X bashcompinit && bashcompinit\n${bash(words)}`;
    case "fish":
      return fish(words);
    default:
      return undefined;
  }
}

/** What a completion script offers: commands with a summary each, options, and scenarios by name. */
export type CompletionWords = {
  readonly commands: readonly { readonly name: string; readonly summary: string }[];
  readonly options: readonly string[];
  readonly scenarios: readonly string[];
};

function bash({ commands, options, scenarios }: CompletionWords): string {
  const names = commands.map((one) => one.name).join(" ");
  return `_crux() {
  local word="\${COMP_WORDS[COMP_CWORD]}"
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${names}" -- "$word"))
  elif [[ "$word" == -* ]]; then
    COMPREPLY=($(compgen -W "${options.join(" ")}" -- "$word"))
  else
    COMPREPLY=($(compgen -f -- "$word") $(compgen -W "${scenarios.map((name) => `library:${name}`).join(" ")}" -- "$word"))
  fi
}
COMP_WORDBREAKS="\${COMP_WORDBREAKS//:/}"
complete -F _crux crux
`;
}

function fish({ commands, options, scenarios }: CompletionWords): string {
  const quote = (text: string) => `'${text.replaceAll("'", "\\'")}'`;
  return [
    ...commands.map(
      (one) => `complete -c crux -n __fish_use_subcommand -f -a ${quote(one.name)} -d ${quote(one.summary)}`,
    ),
    ...scenarios.map(
      (name) => `complete -c crux -n 'not __fish_use_subcommand' -a ${quote(`library:${name}`)}`,
    ),
    ...options.map((option) => `complete -c crux -l ${option.replace(/^--/, "")}`),
    "",
  ].join("\n");
}
