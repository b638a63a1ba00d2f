#!/usr/bin/env bash
# Find the palettes on a Slurm cluster: profiles/slurm/submit.sh slices [options of snakemake].
# Slices 1 to n - 1 run at the same time, then slice n makes the page. See docs/scaling.md.
set -euo pipefail

slices=${1-nothing}
options=("${@:2}")
here=$(dirname "$(realpath "$0")")

if ! [[ $slices =~ ^[1-9][0-9]*$ ]] || ((slices < 2)); then
  echo "submit.sh: the number of slices is $slices; allowed: a whole number from 2" >&2
  exit 2
fi
if squeue --noheader --name=palettes --format=%Z | grep -xF "$(pwd -P)" >/dev/null; then
  echo "submit.sh: slices are at work in this folder: wait for them (squeue), or end them (scancel)" >&2
  exit 1
fi

# Mistakes are told here and not by every slice.
if ! said=$(snakemake -n --batch "palettes_k=1/$slices" "${options[@]}" -- results/palettes.json 2>&1)
then
  echo "$said" >&2
  exit 1
fi
# This machine alone fetches what comes from the network, and sees that no other run is at work.
snakemake "${options[@]}" -- downloads results/page/node_modules

mkdir -p results/logs/slurm
first=$(sbatch --parsable --array="1-$((slices - 1))" "$here/slice.sh" "$slices" "${options[@]}")
last=$(sbatch --parsable --array="$slices" --dependency="afterok:${first%;*}" \
  "$here/slice.sh" "$slices" "${options[@]}")
echo "Submitted: slices 1 to $((slices - 1)) are job ${first%;*}, the last and the page ${last%;*}." \
  "Logs: results/logs/slurm"
