-- Every script: one connection a thread, a summary as JSON at the end.
local threads = {}
local counter = 0

function setup(thread)
  thread:set("number", counter)
  counter = counter + 1
  table.insert(threads, thread)
end

token = os.getenv("BENCH_TOKEN")
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"
wrk.headers["Authorization"] = "Bearer " .. token

-- Hexadecimal, each group beginning with a letter: no run of digits looks like a telephone number.
local function group(length)
  local text = string.char(97 + math.random(0, 5))
  for place = 2, length do
    text = text .. (place % 4 == 0 and string.char(97 + math.random(0, 5)) or string.format("%x", math.random(0, 15)))
  end
  return text
end

function uuid()
  return group(8) .. "-" .. group(4) .. "-7" .. group(3) .. "-8" .. group(3) .. "-" .. group(12)
end

function person(n)
  return string.format("00000000-0000-7000-8000-%012x", n)
end

function seed(base)
  math.randomseed(tonumber(base) * 1000 + number)
end

function response(status, headers, body)
  if status ~= 200 and failures < 3 then
    failures = failures + 1
    io.stderr:write("status " .. status .. ": " .. string.sub(body, 1, 300) .. "\n")
  end
end
failures = 0

function done(summary, latency, requests)
  local errors = summary.errors
  io.write(string.format(
    '{"requests":%d,"duration":%d,"p50":%d,"p99":%d,"status":%d,"errors":%d}\n',
    summary.requests, summary.duration, latency:percentile(50), latency:percentile(99), errors.status,
    errors.status + errors.connect + errors.read + errors.write + errors.timeout))
end
