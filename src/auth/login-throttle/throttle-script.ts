/**
 * Every step of the throttle, in one script: atomic for all replicas, by the clock of Redis. The same rules as in
 * failures.ts and the memory store; one test runs over both.
 *
 * KEYS: known addresses of the account, failures of the pair, of the account, of the address
 * ARGV: what (begin, succeeded, cancelled), address, whether it was known at the beginning (1, 0),
 *       known ms, forget ms, max delay ms, free per account, free per address, most known addresses
 * @returns milliseconds to wait, whether the address is known (1, 0)
 */
export const THROTTLE_SCRIPT = `
local what, address = ARGV[1], ARGV[2]
local known_ms, forget_ms, max_delay_ms = tonumber(ARGV[4]), tonumber(ARGV[5]), tonumber(ARGV[6])
local free = { tonumber(ARGV[7]), tonumber(ARGV[7]), tonumber(ARGV[8]) }
local max_known = tonumber(ARGV[9])
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)

local function read(key)
  local values = redis.call('HMGET', key, 'count', 'at')
  return tonumber(values[1] or 0), tonumber(values[2] or 0)
end

local function write(key, count, at)
  if count < 1 then
    redis.call('DEL', key)
    return
  end
  redis.call('HSET', key, 'count', count, 'at', at)
  redis.call('PEXPIRE', key, count * forget_ms + max_delay_ms)
end

local function wait_after(key, free_attempts)
  local count, at = read(key)
  if count < free_attempts then return 0 end
  return math.max(0, at + math.min(1000 * 2 ^ (count - free_attempts), max_delay_ms) - now)
end

local function one_more(key, free_attempts)
  local count, at = read(key)
  local most = free_attempts + math.ceil(math.log(math.max(1, max_delay_ms / 1000)) / math.log(2))
  count = math.max(0, count - math.floor((now - at) / forget_ms)) + 1
  write(key, math.min(count, most), now)
end

local function counters(is_known)
  if is_known then return { 1 } end
  return { 2, 3 }
end

if what == 'begin' then
  local known_at = redis.call('ZSCORE', KEYS[1], address)
  local is_known = known_at and tonumber(known_at) > now - known_ms
  local wait = 0
  for _, i in ipairs(counters(is_known)) do wait = math.max(wait, wait_after(KEYS[i + 1], free[i])) end
  if wait == 0 then
    for _, i in ipairs(counters(is_known)) do one_more(KEYS[i + 1], free[i]) end
  end
  return { math.ceil(wait), is_known and 1 or 0 }
end

local was_known = ARGV[3] == '1'
if what == 'succeeded' then
  redis.call('ZADD', KEYS[1], now, address)
  redis.call('ZREMRANGEBYRANK', KEYS[1], 0, -1 - max_known)
  redis.call('PEXPIRE', KEYS[1], known_ms)
end
for _, i in ipairs(counters(was_known)) do
  local count, at = read(KEYS[i + 1])
  if what == 'succeeded' and was_known then count = 0 end
  write(KEYS[i + 1], count - 1, at)
end
return { 0, 0 }
`;
