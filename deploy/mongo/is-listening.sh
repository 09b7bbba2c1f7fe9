#!/usr/bin/env bash
# Succeeds when somebody listens at the port, 27017 where none is given.
exec 3<>"/dev/tcp/127.0.0.1/${1:-27017}"
