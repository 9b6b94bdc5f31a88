class Topic
end
