rootProject.name = "shipping"
include("api")
