#!/usr/bin/env bash
# The commit hooks as a stranger gets them: the runner (pre-commit or prek) clones this repository at HEAD, installs it
# into an environment of its own, and runs the hooks over many specs. Needs git, a package index, and the runner.
set -euo pipefail
runner=${1:-pre-commit}
here=$(cd "$(dirname "$0")" && pwd)
away=$(mktemp -d)
trap 'rm -rf "$away"' EXIT
export PRE_COMMIT_HOME="$away/home" PREK_HOME="$away/home" GIT_AUTHOR_NAME=Ann GIT_COMMITTER_NAME=Ann
export GIT_AUTHOR_EMAIL=ann@acme.example GIT_COMMITTER_EMAIL=ann@acme.example

say() { printf '\n== %s\n' "$1"; }
passes() { "$runner" run "$@"; }
fails() { if "$runner" run "$@" > "$away/log" 2>&1; then cat "$away/log"; echo "it should have failed"; exit 1; fi; }

git clone -q "$(git -C "$here" rev-parse --show-toplevel)" "$away/hooks"
python3 "$here/sample.py" "$away/sample"
cd "$away/sample"
cat > .pre-commit-config.yaml <<CONFIG
repos:
  - repo: $away/hooks
    rev: $(git -C "$away/hooks" rev-parse HEAD)
    hooks: [{ id: sendspec-lint }, { id: sendspec-format }, { id: sendspec-project }]
CONFIG
git init -q -b main && git add -A && git commit -q -m "a start"

say "the style: the first run may rewrite, the second has nothing to do"
"$runner" run sendspec-format --all-files > "$away/log" 2>&1 || git commit -q -a -m "in style"
passes sendspec-format --all-files
say "many specs, split over processes"
passes sendspec-lint --all-files
passes sendspec-project --all-files
say "a name that the library has no more"
sed -i.bak 's/alerts/notices/' lib/brand.send && rm lib/brand.send.bak
git add -A
fails sendspec-lint --all-files
grep -c 'error\[NAM003\]' "$away/log"
git checkout -q HEAD -- lib
say "one spec with a mistake in a real commit"
"$runner" install > /dev/null
sed -i.bak 's/body text/bdy text/' specs/area_0/visit_7.send && rm specs/area_0/visit_7.send.bak
git add -A
if git commit -q -m "a mistake" > "$away/log" 2>&1; then echo "the commit should have been stopped"; exit 1; fi
grep -A 6 'error\[NAM001\]' "$away/log" | head -7
git checkout -q HEAD -- specs
say "a commit that only takes the library away"
git rm -q lib/brand.send
fails sendspec-project
grep -c 'error\[NAM009\]' "$away/log"
say "$runner: all as it should be"
