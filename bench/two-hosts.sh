#!/usr/bin/env bash
# two-hosts.sh COMMAND...: runs COMMAND with HOSTS=two hosts that are this machine: two network
# namespaces, an sshd in each, reached over a virtual cable. Needs root, ip, sshd. Nothing is left.
set -euo pipefail
[ "$(id -u)" = 0 ] || { echo 'two-hosts.sh: network namespaces need root' >&2; exit 2; }
at=$(mktemp -d)
mkdir -p /run/sshd
servers=()
finish() {
  for server in "${servers[@]}"; do kill "$server" 2>/dev/null || true; done
  for n in 1 2; do ip netns del "ff-host$n" 2>/dev/null || true; done
  rm -rf "$at"
}
trap finish EXIT

ssh-keygen -q -t ed25519 -N '' -f "$at/key"
ssh-keygen -q -t ed25519 -N '' -f "$at/host"
hosts=()
for n in 1 2; do
  ip netns add "ff-host$n"
  ip link add "ff-cable$n" type veth peer name eth0 netns "ff-host$n"
  ip addr add "10.77.$n.1/24" dev "ff-cable$n"
  ip link set "ff-cable$n" up
  ip -n "ff-host$n" addr add "10.77.$n.2/24" dev eth0
  ip -n "ff-host$n" link set lo up
  ip -n "ff-host$n" link set eth0 up
  ip netns exec "ff-host$n" "$(command -v sshd)" -D -f /dev/null -h "$at/host" \
    -o "AuthorizedKeysFile=$at/key.pub" -o StrictModes=no -o UsePAM=no -o PidFile=none \
    -o PermitRootLogin=prohibit-password 2>"$at/sshd$n" &
  servers+=($!)
  hosts+=("1/ssh -q -i $at/key -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null root@10.77.$n.2")
done
for n in 1 2; do
  timeout 10 bash -c "until (: </dev/tcp/10.77.$n.2/22) 2>/dev/null; do sleep 0.1; done"
done
HOSTS=$(IFS=,; echo "${hosts[*]}")
HOSTS=$HOSTS "$@"
