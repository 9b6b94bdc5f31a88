package com.example.booking;

class ApplicationTest {}
