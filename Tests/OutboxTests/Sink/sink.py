"""A mail server for tests, made of aiosmtpd: it prints its port, then every mail that it took over as a line of JSON.

    sink.py [--port N] [--drop N] [--refuse ADDRESS] [--later ADDRESS] [--user NAME PASSWORD] [--certificate FILE KEY]
            [--implicit]

--drop N cuts the line after the text of the first N mails came in and before it says so, and prints them too, with
`"dropped": true`: what a sender must send again.
"""

import argparse
import asyncio
import base64
import json
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult

parser = argparse.ArgumentParser()
parser.add_argument("--port", type=int, default=0)
parser.add_argument("--drop", type=int, default=0)
parser.add_argument("--refuse", default="")
parser.add_argument("--later", default="")
parser.add_argument("--user", nargs=2)
parser.add_argument("--certificate", nargs=2)
parser.add_argument("--implicit", action="store_true")
options = parser.parse_args()


def say(line):
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


class Handler:
    drops = options.drop

    async def handle_RCPT(self, server, session, envelope, address, rcpt_options):
        if address == options.refuse:
            return f"550 5.1.1 <{address}> is not known here"
        if address == options.later:
            return f"451 4.2.1 <{address}> try later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        dropped = Handler.drops > 0
        say(json.dumps({
            "from": envelope.mail_from,
            "to": envelope.rcpt_tos,
            "data": base64.b64encode(envelope.content).decode(),
            "tls": session.ssl is not None or options.implicit,
            "user": session.auth_data.decode() if session.auth_data else "",
            "dropped": dropped,
        }))
        if dropped:
            Handler.drops -= 1
            server.transport.abort()
        return "250 OK"


def authenticate(server, session, envelope, mechanism, data):
    right = [data.login.decode(), data.password.decode()] == options.user
    return AuthResult(success=right, handled=False, auth_data=data.login)


async def main():
    context = None
    if options.certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(*options.certificate)

    def protocol():
        return SMTP(
            Handler(),
            enable_SMTPUTF8=True,
            hostname="sink.example",
            tls_context=None if options.implicit else context,
            require_starttls=bool(context) and not options.implicit,
            authenticator=authenticate if options.user else None,
            auth_required=bool(options.user),
            auth_require_tls=False,
        )

    loop = asyncio.get_running_loop()
    server = await loop.create_server(
        protocol, "127.0.0.1", options.port, ssl=context if options.implicit else None
    )
    say(str(server.sockets[0].getsockname()[1]))
    await server.serve_forever()


asyncio.run(main())
