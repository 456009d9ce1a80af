"""A gateway on FastAPI and httpx: a token and a counter on every request."""

import os
import time
from collections import defaultdict

import httpx
import jwt
from fastapi import FastAPI, HTTPException, Request, Response

LIMIT = 1_000_000_000
WINDOW_SECONDS = 3600
SECRET = os.environ["JWT_SECRET"]

app = FastAPI()
client = httpx.AsyncClient(
    base_url=os.environ["UPSTREAM_URL"], limits=httpx.Limits(max_connections=64)
)
calls: defaultdict[tuple[str, int], int] = defaultdict(int)


def user_of(request: Request) -> str:
    token = request.headers.get("authorization", "").removeprefix("Bearer ")
    try:
        return jwt.decode(token, SECRET, algorithms=["HS256"], audience="iris-api")["sub"]
    except jwt.InvalidTokenError as error:
        raise HTTPException(status_code=401) from error


@app.api_route("/{path:path}", methods=["GET", "POST", "PUT"])
async def forward(path: str, request: Request) -> Response:
    key = (user_of(request), int(time.time()) // WINDOW_SECONDS)
    calls[key] += 1
    if calls[key] > LIMIT:
        raise HTTPException(status_code=429)
    answer = await client.request(request.method, f"/{path}", content=await request.body())
    return Response(
        content=answer.content, status_code=answer.status_code, media_type="application/json"
    )
