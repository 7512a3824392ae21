"""Our templates as plain Python: an attribute is asked for, a function called and a text shown straight away.

Jinja's own code asks at each whether a thing is a dict or missing, whether a function wants the context, and of what
type a text is. Ours need none of these questions, which take half the time of a page.
"""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path
from typing import Any
from zlib import crc32

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined, nodes
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import Markup, escape


def environment(folder: Path) -> Environment:
    """The templates of a folder, with autoescape on."""
    return _Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=_compiled(folder / "__pycache__"),
    )


def _compiled(folder: Path) -> FileSystemBytecodeCache | None:
    """Where templates are kept as Python compiled them, as it keeps its modules; nowhere where we may not write."""
    try:
        folder.mkdir(exist_ok=True)
    except OSError:
        return None
    if not os.access(folder, os.W_OK):
        return None
    # Jinja knows when a template has changed, but not when this module has.
    return FileSystemBytecodeCache(str(folder), f"{crc32(Path(__file__).read_bytes()):08x}_%s.cache")


# Most of what stands in a page stands in many: addresses, keys, words of the interface.
_escaped = lru_cache(maxsize=100_000)(escape)


class _PlainCode(CodeGenerator):
    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        self.write("(")
        self.visit(node.node, frame)
        self.write(f").{node.attr}")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:
        self.write("(")
        self.visit(node.node, frame)
        self.write(")(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        for sign, more in (("*", node.dyn_args), ("**", node.dyn_kwargs)):
            if more is not None:
                self.write(sign)
                self.visit(more, frame)
                self.write(", ")
        self.write("caller=caller)" if forward_caller else ")")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write("environment.shown(")


class _Environment(Environment):
    code_generator_class = _PlainCode

    @staticmethod
    def shown(value: Any) -> str:
        """What stands for a value in a page: HTML as it is, all else escaped."""
        if type(value) is Markup:
            return value
        return _escaped(value) if type(value) is str else escape(value)
