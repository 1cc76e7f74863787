"""The trained reader as a torch module: one encoding of the message, scored against every field's declaration."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import torch
from torch import nn

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "src"))
from vcassist.reading.vocabulary import FIELD_KEYS, INTENTS, OPTION_FIELD, OPTIONS, STATUS_CLASSES

HIDDEN = 256
HEADS = 6
RANK = 32


class LowRank(nn.Module):
    """A linear layer of the base weights, which stay as they are, plus a product of two thin matrices, which is all that training changes (LoRA)."""

    def __init__(self, base: nn.Linear, rank: int = RANK) -> None:
        super().__init__()
        self.base = base
        self.down = nn.Parameter(torch.randn(rank, base.in_features) / base.in_features**0.5)
        self.up = nn.Parameter(torch.zeros(base.out_features, rank))

    def forward(self, states: torch.Tensor) -> torch.Tensor:
        linear = nn.functional.linear
        return self.base(states) + linear(linear(states, self.down.to(states.dtype)), self.up.to(states.dtype))

    def merged(self) -> nn.Linear:
        """One plain layer that does the same."""
        plain = nn.Linear(self.base.in_features, self.base.out_features)
        with torch.no_grad():
            plain.weight.copy_(self.base.weight.float() + self.up @ self.down)
            plain.bias.copy_(self.base.bias.float())
        return plain


def linears(encoder: Any) -> list[tuple[str, nn.Module, str]]:
    """The linear layers of an encoder's blocks: name, owner and attribute."""
    return [
        (f"layer.{n}.{name}", block.get_submodule(name.rpartition(".")[0]), name.rpartition(".")[2])
        for n, block in enumerate(encoder.encoder.layer)
        for name, part in block.named_modules()
        if isinstance(part, (nn.Linear, LowRank)) and not name.endswith(".base")
    ]


def with_low_rank(encoder: Any) -> Any:
    """The encoder with every linear layer of its blocks in the form that trains little."""
    for parameter in encoder.parameters():
        parameter.requires_grad = False
    for _, owner, name in linears(encoder):
        setattr(owner, name, LowRank(getattr(owner, name)))
    return encoder


class AmongFields(nn.Module):
    """Lets the fields look at each other once, so that neighbours (review before use, watching after) do not both claim the same words."""

    def __init__(self, size: int, heads: int = 4) -> None:
        super().__init__()
        self.heads = heads
        self.norm = nn.LayerNorm(size)
        self.looks = nn.Linear(size, 3 * size)
        self.out = nn.Linear(size, size)
        nn.init.zeros_(self.out.weight)
        nn.init.zeros_(self.out.bias)

    def forward(self, hidden: torch.Tensor) -> torch.Tensor:
        batch, fields, size = hidden.shape
        parts = self.looks(self.norm(hidden)).view(batch, fields, 3, self.heads, size // self.heads)
        query, key, value = (parts[:, :, n].transpose(1, 2) for n in range(3))
        weights = torch.softmax(query @ key.transpose(-1, -2) / (size // self.heads) ** 0.5, dim=-1)
        return hidden + self.out((weights @ value).transpose(1, 2).reshape(batch, fields, size))


class ReaderModel(nn.Module):
    """Inputs: token ids, mask, types (batch × tokens) and ``asked`` (batch × fields, 0/1).

    Outputs: presence (b × F), status (b × F × S), option (b × O), start and end (b × F × T), intent (b × I).
    """

    def __init__(self, encoder: nn.Module, fields: torch.Tensor, options: torch.Tensor, frozen: int = 2) -> None:
        super().__init__()
        self.frozen = frozen
        self.encoder = encoder
        size = fields.shape[1]
        self.register_buffer("field_text", fields)
        self.register_buffer("option_text", options)
        own = torch.zeros(len(FIELD_KEYS), len(OPTIONS))
        own[[FIELD_KEYS.index(f) for f in OPTION_FIELD], range(len(OPTIONS))] = 1
        self.register_buffer("own_option", own)
        self.field_delta = nn.Parameter(torch.zeros_like(fields))
        self.option_delta = nn.Parameter(torch.zeros(len(OPTIONS), HIDDEN))
        self.query = nn.Linear(size, size)
        self.attend = nn.Linear(size, size)
        self.value = nn.Linear(size, size)
        nn.init.eye_(self.value.weight)
        nn.init.zeros_(self.value.bias)
        self.from_attended = nn.Linear(size, HIDDEN)
        self.from_product = nn.Linear(size, HIDDEN, bias=False)
        self.from_whole = nn.Linear(size, HIDDEN, bias=False)
        self.from_field = nn.Linear(size, HIDDEN, bias=False)
        self.asked_bias = nn.Parameter(torch.zeros(HIDDEN))
        self.norm = nn.LayerNorm(HIDDEN)
        self.mix = nn.Linear(HIDDEN, HIDDEN)
        self.among = AmongFields(HIDDEN)
        self.drop = nn.Dropout(0.15)
        self.presence = nn.Linear(HIDDEN, 1)
        self.presence_bias = nn.Parameter(torch.full((len(FIELD_KEYS),), -2.0))
        self.presence_asked = nn.Parameter(torch.tensor(2.0))
        self.status = nn.Linear(HIDDEN, len(STATUS_CLASSES))
        self.option = nn.Linear(size, HIDDEN)
        self.option_bias = nn.Parameter(torch.zeros(len(OPTIONS)))
        self.start = nn.Linear(size, size)
        self.end = nn.Linear(size, size)
        self.intent = nn.Linear(size, len(INTENTS))
        # An encoder without token types (MPNet) is told by a vector which words are the message's.
        self.heads = HEADS if size == 384 else 2 * HEADS
        self.typed = hasattr(encoder.embeddings, "token_type_embeddings")
        self.segment = None if self.typed else nn.Parameter(torch.zeros(size))
        self.folded: tuple[torch.Tensor, torch.Tensor] | None = None

    def declarations(self) -> tuple[torch.Tensor, torch.Tensor]:
        """What the model looks for: a vector for each field (F × d) and for each option (O × HIDDEN)."""
        if self.folded is not None:
            return self.folded
        return self.query(self.field_text + self.field_delta), self.option(self.option_text) + self.option_delta

    def fold(self) -> None:
        """Fixes the declarations' vectors, which no longer change once the training is over: the file needs no weights for them."""
        with torch.no_grad():
            fields, options = self.declarations()
        self.folded = (fields.detach(), options.detach())

    def lower(self, ids: Any, types: Any, mask: Any) -> torch.Tensor:
        """The states after the frozen layers: the same for a message in every epoch, so they are computed once."""
        if self.typed:
            states = self.encoder.embeddings(input_ids=ids, token_type_ids=types)
        else:
            states = self.encoder.embeddings(input_ids=ids)
            states = states + (types[:, :, None] * self.segment).to(states.dtype)
        return self.run(states, mask, 0, self.frozen)

    def run(self, states: torch.Tensor, mask: Any, first: int, last: int) -> torch.Tensor:
        """Some of the encoder's layers, on states (b × T × d)."""
        wide = (
            ((1.0 - mask[:, None, None, :].to(states.dtype)) * -1e4).to(states.dtype).expand(-1, 1, mask.shape[1], -1)
        )
        more = {} if self.typed else {"position_bias": self.encoder.encoder.compute_position_bias(states)}
        if not self.typed:
            wide = wide + more["position_bias"].to(wide.dtype)
            more = {}
        for layer in self.encoder.encoder.layer[first:last]:
            out = layer(states, attention_mask=wide, **more)
            states = out[0] if isinstance(out, tuple) else out
        return states

    def forward(self, ids: Any, mask: Any, types: Any, asked: Any, below: Any = None) -> tuple[torch.Tensor, ...]:
        if below is None:
            below = self.lower(ids, types, mask)
        states = self.run(below, mask, self.frozen, len(self.encoder.encoder.layer))
        fields, vectors = self.declarations()
        batch, tokens, size = states.shape
        part = size // self.heads
        looked = self.attend(states).view(batch, tokens, self.heads, part).permute(0, 2, 3, 1)
        asking = fields.view(len(FIELD_KEYS), self.heads, part).transpose(0, 1)
        scores = torch.matmul(asking[None], looked) / part**0.5
        weights = torch.softmax(scores.masked_fill((mask == 0)[:, None, None, :], -1e4), dim=-1)
        values = self.value(states).view(batch, tokens, self.heads, part).transpose(1, 2)
        attended = torch.matmul(weights, values).transpose(1, 2).reshape(batch, len(FIELD_KEYS), size)
        scale = size**0.5
        whole = states[:, 0]
        hidden = (
            self.from_attended(attended)
            + self.from_product(attended * fields[None])
            + self.from_whole(whole)[:, None]
            + self.from_field(fields)[None]
            + asked[:, :, None] * self.asked_bias
        )
        hidden = torch.nn.functional.gelu(self.norm(hidden))
        hidden = self.drop(self.among(hidden + torch.nn.functional.gelu(self.mix(self.drop(hidden)))))
        presence = self.presence(hidden).squeeze(-1) + self.presence_bias + asked * self.presence_asked
        every = hidden @ vectors.T / HIDDEN**0.5
        option = (every * self.own_option).sum(1) + self.option_bias
        message = (types == 1) & (mask == 1)
        outside = (~message)[:, None, :]
        start = torch.einsum("btd,fd->bft", self.start(states), fields) / scale
        end = torch.einsum("btd,fd->bft", self.end(states), fields) / scale
        return (
            presence,
            self.status(hidden),
            option,
            start.masked_fill(outside, -1e4),
            end.masked_fill(outside, -1e4),
            self.intent(whole),
        )
