"""Runs a function in a process of its own: a program that is started later is charged with the memory that this one ever had."""

import concurrent.futures
import multiprocessing


def call(function, *arguments):
    with concurrent.futures.ProcessPoolExecutor(1, multiprocessing.get_context("fork")) as pool:
        return pool.submit(function, *arguments).result()
