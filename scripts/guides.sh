# shellcheck shell=bash
# guides: what CONTRIBUTING.md says, done as it says, on a clean clone.

guides() {
  need_dotnet
  has git || die 'guides needs git'
  has python3 || die 'guides needs python3'
  # Outside the repository, whose settings for the compiler hold for every folder in it.
  local copy
  copy=$(mktemp -d)
  git clone --quiet "$root" "$copy/tidemark" || die 'the repository cannot be cloned'
  follow_guides "$copy" "$copy/tidemark" || die "a step of CONTRIBUTING.md failed; the clone is $copy/tidemark"
  rm -rf -- "$copy"
  say 'guides: every step of CONTRIBUTING.md works'
}

# follow_guides STEPS CLONE: takes the fenced blocks in order. A block with a path is that file, a diff is applied, sh is run.
follow_guides() {
  local step kind path
  python3 - "$root/CONTRIBUTING.md" "$1" <<'PYTHON'
import pathlib, re, sys, textwrap
text, folder = pathlib.Path(sys.argv[1]).read_text(), pathlib.Path(sys.argv[2])
blocks = re.findall(r"^( *)```(json|csharp|diff|sh)(?: (\S+))?\n(.*?)^ *```$", text, re.M | re.S)
for number, (_, kind, path, body) in enumerate(blocks):
    (folder / f"{number:02}.step").write_text(textwrap.dedent(body))
    (folder / f"{number:02}.kind").write_text(f"{kind} {path or '-'}\n")
PYTHON
  for step in "$1"/*.step; do
    read -r kind path <"${step%.step}.kind"
    case $kind in
      diff) say 'guides: a change to an existing file' && (cd -- "$2" && patch --quiet -p1 <"$step") || return 1 ;;
      sh) sed 's/^/guides: /' "$step" && (cd -- "$2" && bash -euo pipefail "$step") || return 1 ;;
      *) say "guides: $path" && cp -- "$step" "$2/$path" || return 1 ;;
    esac
  done
}
