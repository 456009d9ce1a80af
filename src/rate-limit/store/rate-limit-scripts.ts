import { GROUPS_PER_WINDOW } from './window-rows.js';

/**
 * The same rules as in window-rows.ts; one test runs over both. A counter is packed as a list: when the newest group
 * began, then when the last unit of each group was taken and how many they are. What is none counts as nothing and is
 * written anew: it must not fail the requests that are decided together with its own.
 */
const COUNTERS = `
local function read(key, window, now)
  local packed = redis.pcall('GET', key)
  local is_counter, cells = pcall(cmsgpack.unpack, packed)
  if not is_counter or type(cells) ~= 'table' or #cells == 0 then cells = { 0 } end
  local counter = { cells = { cells[1] }, used = 0 }
  for i = 2, #cells, 2 do
    if now - cells[i] < window then
      table.insert(counter.cells, cells[i])
      table.insert(counter.cells, cells[i + 1])
      counter.used = counter.used + cells[i + 1]
    end
  end
  return counter
end

local function freed_in(counter, window, now, units)
  local freed = 0
  for i = 2, #counter.cells, 2 do
    freed = freed + counter.cells[i + 1]
    if freed >= units then return counter.cells[i] + window - now end
  end
  return window
end
`;

/**
 * Decides requests one after the other: each takes its cost from all of its allowances or from none.
 *
 * KEYS: the counter of each allowance of each request
 * ARGV: for each request its cost and how many allowances it has, then for each of them units and window in ms
 * @returns the time in ms; then for each request 1 when it is admitted or 0, and for each of its allowances: remaining,
 *          ms until more remains, ms until it admits
 */
export const TAKE_SCRIPT = `${COUNTERS}
local function take(counter, now, units)
  local cells = counter.cells
  if #cells == 1 or now - cells[1] >= counter.window / ${GROUPS_PER_WINDOW} then
    cells[1] = now
    table.insert(cells, now)
    table.insert(cells, 0)
  end
  cells[#cells - 1] = math.max(cells[#cells - 1], now)
  cells[#cells] = cells[#cells] + units
  counter.used = counter.used + units
end

local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local keys_read, values_read = 0, 0
local function next_value()
  values_read = values_read + 1
  return tonumber(ARGV[values_read])
end

local answer = { now }
while values_read < #ARGV do
  local cost, count = next_value(), next_value()
  local counters, admitted = {}, 1
  for i = 1, count do
    local units, window, key = next_value(), next_value(), KEYS[keys_read + i]
    local counter = read(key, window, now)
    counter.key, counter.units, counter.window = key, units, window
    counter.missing = counter.used + cost - units
    if counter.missing > 0 then admitted = 0 end
    counters[i] = counter
  end
  keys_read = keys_read + count

  table.insert(answer, admitted)
  for _, counter in ipairs(counters) do
    local units, window = counter.units, counter.window
    if admitted == 1 and cost > 0 then
      take(counter, now, cost)
      redis.call('SET', counter.key, cmsgpack.pack(counter.cells), 'PX', window)
    end
    local over = math.max(1, counter.used - units + 1)
    table.insert(answer, math.max(0, units - counter.used))
    table.insert(answer, counter.used > 0 and freed_in(counter, window, now, over) or 0)
    table.insert(answer, counter.missing > 0 and freed_in(counter, window, now, counter.missing) or 0)
  end
end
return answer
`;

/**
 * Undoes what was taken, each part at its time.
 *
 * KEYS: the counter of each part
 * ARGV: for each part when it was taken in ms, how much, the window in ms
 */
export const GIVE_BACK_SCRIPT = `${COUNTERS}
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
for part, key in ipairs(KEYS) do
  local first = 3 * part - 2
  local taken_at, cost, window = tonumber(ARGV[first]), tonumber(ARGV[first + 1]), tonumber(ARGV[first + 2])
  local cells = read(key, window, now).cells
  for i = 2, #cells, 2 do
    if cells[i] >= taken_at then
      cells[i + 1] = math.max(0, cells[i + 1] - cost)
      redis.call('SET', key, cmsgpack.pack(cells), 'KEEPTTL')
      break
    end
  end
end
`;
