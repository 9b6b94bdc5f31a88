<?php
final class KernelTest extends PHPUnit\Framework\TestCase {}
