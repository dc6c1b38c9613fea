-- Asks consent-service for decisions about people who gave their consent.
function init(args)
  people = tonumber(args[2])
  count = tonumber(args[3])
  seed(args[1])
end

function request()
  local asked = {}
  for place = 1, count do
    asked[place] = '{"id":"' .. person(math.random(1, people)) ..
      '","minor":false,"restricted":false,"assigned":false,"contract":true}'
  end
  return wrk.format(nil, nil, nil,
    '{"purpose":"P-12","people":[' .. table.concat(asked, ",") .. '],"fields":["name","mobile"]}')
end
