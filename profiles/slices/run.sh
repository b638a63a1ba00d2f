#!/usr/bin/env bash
# Find the palettes in slices, one after the other, where the jobs of all images would not fit in
# memory: profiles/slices/run.sh slices [options of snakemake]. See docs/scaling.md.
set -euo pipefail

slices=${1-nothing}
options=("${@:2}")

if ! [[ $slices =~ ^[1-9][0-9]*$ ]] || ((slices < 2)); then
  echo "run.sh: the number of slices is $slices; allowed: a whole number from 2" >&2
  exit 2
fi

for ((slice = 1; slice <= slices; slice++)); do
  # The page's atlas needs every thumbnail: only the last slice may ask for it.
  targets=(results/palettes.json)
  ((slice < slices)) || targets=()
  # By the variable one bar goes on from slice to slice.
  SLICE_IN_TURN="$slice/$slices" snakemake --batch "palettes_k=$slice/$slices" "${options[@]}" -- "${targets[@]}"
done
