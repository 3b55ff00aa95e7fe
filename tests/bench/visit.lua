-- visit.lua: whole visits: the start page, the first question page, sending it, the thank-you page. What comes next is what
-- an earlier answer made possible: a state to send, an address to go to. Anything unexpected is counted as wrong.
-- usage: wrk -s visit.lua http://HOST:PORT -- SLUG ANSWERS
local threads = {}

function setup(thread)
	threads[#threads + 1] = thread
end

function init(args)
	start, first, answers = "/s/" .. args[1], "/s/" .. args[1] .. "/1", args[2]
	headers = { ["Content-Type"] = "application/x-www-form-urlencoded" }
	begun, states, thanks = 0, {}, {}
	visits, wrong = 0, 0
end

function request()
	if #thanks > 0 then
		return wrk.format("GET", table.remove(thanks))
	elseif #states > 0 then
		return wrk.format("POST", first, headers, "state=" .. table.remove(states) .. "&" .. answers)
	elseif begun > 0 then
		begun = begun - 1
		return wrk.format("GET", first)
	end
	return wrk.format("GET", start)
end

function response(status, headers, body)
	local state = status == 200 and body:match('name="state" value="([^"]+)"')
	local location = status == 303 and headers["Location"]
	if state then
		states[#states + 1] = state
	elseif location and location:find("/sent/", 1, true) then
		thanks[#thanks + 1] = location
	elseif status == 200 and body:find("We have your answers", 1, true) then
		visits = visits + 1
	elseif status == 200 and body:find(first, 1, true) then
		begun = begun + 1
	else
		wrong = wrong + 1
	end
end

function done(summary)
	local visits, wrong = 0, 0
	for _, thread in ipairs(threads) do
		visits = visits + thread:get("visits")
		wrong = wrong + thread:get("wrong")
	end
	print(string.format("Visits: %d\nWrong: %d\nSeconds: %.6f", visits, wrong, summary.duration / 1e6))
end
