"""An independent verifier of Standard Webhooks, in Python's own library: reads {secret, headers, body, now} as JSON, says yes or why not."""
import base64, hashlib, hmac, json, sys

asked = json.load(sys.stdin)
headers = asked["headers"]
try:
    identifier, stamp, given = (headers[name] for name in ("webhook-id", "webhook-timestamp", "webhook-signature"))
except KeyError:
    sys.exit("missing headers")
if abs(asked["now"] - int(stamp)) > 300:
    sys.exit("too old or too new")
key = base64.b64decode(asked["secret"].removeprefix("whsec_"))
right = base64.b64encode(hmac.new(key, f"{identifier}.{stamp}.{asked['body']}".encode(), hashlib.sha256).digest()).decode()
if not any(version == "v1" and hmac.compare_digest(right, signature) for version, _, signature in (part.partition(",") for part in given.split(" "))):
    sys.exit("no signature fits")
print("yes")
