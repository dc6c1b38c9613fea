-- Appends events to the log as the outbox relay of a service does: dense positions of one source a connection.
function init(args)
  size = tonumber(args[2])
  -- wrk makes one request of the first thread only to look at it, and throws it away.
  position = number == 0 and -size or 0
  seed(args[1])
  source = "records-service." .. string.format("%c", 97 + number % 26) .. string.format("%03d", number) .. args[3]
  occurred = os.date("!%Y-%m-%dT%H:%M:%SZ")
end

local function event()
  return '{"eventId":"' .. uuid() .. '","controllerId":"ctl-bench","occurredAt":"' .. occurred ..
    '","type":"record.read","actor":{"kind":"employee","id":"1024"},"subjectRef":"' .. uuid() ..
    '","purpose":"P-04","legalBasis":"PIPL 13(2)","resource":{"type":"customer","fields":["name","mobile"]},"decision":{"id":"' ..
    uuid() .. '","permitted":true,"rule":"CONTRACT","ruleVersion":"2026-11-01"}}'
end

function request()
  local events = {}
  for place = 1, size do events[place] = event() end
  local body = '{"source":"' .. source .. '","firstPosition":' .. position .. ',"events":[' .. table.concat(events, ",") .. "]}"
  position = position + size
  return wrk.format(nil, nil, nil, body)
end
