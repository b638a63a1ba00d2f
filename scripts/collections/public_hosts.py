"""An HTTP session that connects to public hosts only."""

import ipaddress
import socket
from contextlib import suppress
from http.cookiejar import DefaultCookiePolicy

import requests  # sessions, proxies and certificates as users know them
from requests.adapters import HTTPAdapter
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool

from scripts.common.errors import InputError


class PublicSession(requests.Session):
    """A session without cookies or redirects that refuses hosts with private and special addresses.

    Where a proxy is set up, the proxy decides instead: only it knows the hosts' addresses.
    """

    def __init__(self, allow_loopback):
        super().__init__()
        self.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
        for scheme in ("http://", "https://"):
            self.mount(scheme, _PublicAdapter(allow_loopback))

    def resolve_redirects(self, *_args, **_kwargs):
        """Return no requests: requests would read a redirect's whole body, however long."""
        return iter(())


class _PublicAdapter(HTTPAdapter):
    def __init__(self, allow_loopback):
        super().__init__()
        self.poolmanager.pool_classes_by_scheme = {
            "http": _checked(HTTPConnectionPool, allow_loopback),
            "https": _checked(HTTPSConnectionPool, allow_loopback),
        }


def _checked(pool, allow_loopback):
    """Return the class `pool` with connections that check the address they connect to."""

    class CheckedConnection(pool.ConnectionCls):
        def _new_conn(self):
            # Before, so that no other host is even connected to, and after, since a name may have
            # another address the second time.
            with suppress(OSError, UnicodeError):  # connecting will tell
                for *_, found in socket.getaddrinfo(self.host, self.port, type=socket.SOCK_STREAM):
                    check_address(found[0], self.host, allow_loopback)
            connection = super()._new_conn()
            check_address(connection.getpeername()[0], self.host, allow_loopback)
            return connection

    class CheckedPool(pool):
        ConnectionCls = CheckedConnection

    return CheckedPool


def check_address(address, host, allow_loopback):
    """Raise InputError if the IP `address` (text) of `host` is not one of the public internet."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if allow_loopback and ip.is_loopback:
        return
    if not ip.is_global or ip.is_multicast:
        raise InputError(f"{host} has the address {address}; allowed: a public one")
