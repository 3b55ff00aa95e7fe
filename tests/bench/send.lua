-- send.lua: sends answers, each with a state that was never sent before; ends when there are no more.
-- usage: wrk -s send.lua URL -- FILE THREADS ANSWERS    (FILE: a state a line; every thread takes its share of them)
local threads = 0

function setup(thread)
	threads = threads + 1
	thread:set("number", threads)
end

function init(args)
	bodies, at = {}, 0
	local line = 0
	for state in io.lines(args[1]) do
		line = line + 1
		if line % tonumber(args[2]) == number - 1 then
			bodies[#bodies + 1] = "state=" .. state .. "&" .. args[3]
		end
	end
	headers = { ["Content-Type"] = "application/x-www-form-urlencoded" }
end

function request()
	at = at + 1
	if at > #bodies then
		wrk.thread:stop()
		return wrk.format("GET", "/health")
	end
	return wrk.format("POST", nil, headers, bodies[at])
end
