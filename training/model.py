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
        self.from_attended = nn.Linear(size, HIDDEN)
        self.from_product = nn.Linear(size, HIDDEN, bias=False)
        self.from_whole = nn.Linear(size, HIDDEN, bias=False)
        self.from_field = nn.Linear(size, HIDDEN, bias=False)
        self.asked_bias = nn.Parameter(torch.zeros(HIDDEN))
        self.norm = nn.LayerNorm(HIDDEN)
        self.mix = nn.Linear(HIDDEN, HIDDEN)
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

    def lower(self, ids: Any, types: Any, mask: Any) -> torch.Tensor:
        """The states after the frozen layers: the same for a message in every epoch, so they are computed once."""
        states = self.encoder.embeddings(input_ids=ids, token_type_ids=types)
        return self.run(states, mask, 0, self.frozen)

    def run(self, states: torch.Tensor, mask: Any, first: int, last: int) -> torch.Tensor:
        """Some of the encoder's layers, on states (b × T × d)."""
        wide = (
            ((1.0 - mask[:, None, None, :].to(states.dtype)) * -1e4).to(states.dtype).expand(-1, 1, mask.shape[1], -1)
        )
        for layer in self.encoder.encoder.layer[first:last]:
            out = layer(states, attention_mask=wide)
            states = out[0] if isinstance(out, tuple) else out
        return states

    def forward(self, ids: Any, mask: Any, types: Any, asked: Any, below: Any = None) -> tuple[torch.Tensor, ...]:
        if below is None:
            below = self.lower(ids, types, mask)
        states = self.run(below, mask, self.frozen, len(self.encoder.encoder.layer))
        fields = self.query(self.field_text + self.field_delta)
        blocked = (mask == 0)[:, None, :]
        scale = states.shape[-1] ** 0.5
        scores = torch.einsum("btd,fd->bft", self.attend(states), fields) / scale
        weights = torch.softmax(scores.masked_fill(blocked, -1e4), dim=-1)
        attended = torch.einsum("bft,btd->bfd", weights, states)
        whole = states[:, 0]
        hidden = (
            self.from_attended(attended)
            + self.from_product(attended * fields[None])
            + self.from_whole(whole)[:, None]
            + self.from_field(fields)[None]
            + asked[:, :, None] * self.asked_bias
        )
        hidden = torch.nn.functional.gelu(self.norm(hidden))
        hidden = self.drop(hidden + torch.nn.functional.gelu(self.mix(self.drop(hidden))))
        presence = self.presence(hidden).squeeze(-1) + self.presence_bias + asked * self.presence_asked
        vectors = self.option(self.option_text) + self.option_delta
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
