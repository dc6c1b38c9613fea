-- One of the given bodies, at random; an answer without a person is an error of the set-up.
function init(args)
  seed(args[1])
end

function request()
  return wrk.format(nil, nil, nil, bodies[math.random(1, #bodies)])
end
