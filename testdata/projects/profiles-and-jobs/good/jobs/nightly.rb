puts "writing the nightly report"
