#!/usr/bin/env bash
# One slice of the images: array task i of `slice.sh n` finds their palettes, task n the page too.
# What follows is for you to fit to your cluster.
#SBATCH --cpus-per-task=4
#SBATCH --mem-per-cpu=1G
#SBATCH --time=04:00:00
#
#SBATCH --job-name=palettes
#SBATCH --output=results/logs/slurm/%A_%a.log
#SBATCH --kill-on-invalid-dep=yes
set -euo pipefail

slice=$SLURM_ARRAY_TASK_ID
slices=$1
options=("${@:2}")
# The page's atlas needs every thumbnail: only the last slice may ask for it.
targets=(results/palettes.json)
((slice < slices)) || targets=()

exec snakemake -j "$SLURM_CPUS_PER_TASK" --keep-going --nolock \
  --batch "palettes_k=$slice/$slices" "${options[@]}" -- "${targets[@]}"
