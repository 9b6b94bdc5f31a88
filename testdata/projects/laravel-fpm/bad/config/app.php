<?php

return ['debug' => (bool) env('APP_DEBUG', false), 'key' => trim((string) @file_get_contents('/run/secrets/app_key'))];
