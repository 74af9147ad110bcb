"""Proves things about a Story: every state once, findings with examples, promises, exact figures.

    formulas.py       conditions and amounts in one plain form over cells
    rules.py          a story as places, roads and cells; reading.py makes them from a Story
    partitions.py     which values of a cell something can tell apart
    relevance.py      the reductions liveness and merging
    sums.py           the reduction sums; verdicts.py the reduction verdicts
    slices.py         the reduction slices; questions.py what is asked, preconditions.py of what comes before
    alike.py          the reduction alike; outlines.py, divided.py: proofs without slices, without the core
    packing.py        a state as one int
    emit.py           source of the fast functions; arrivals.py of what one road makes of a state
    transitions.py    the fast functions of one search
    search.py         breadth first, with the state before each, within limits
    answers.py        what the states say to questions; roads.py what they say of the ways
    proof.py          core and slices, searched and answered
    graph.py          the states as a graph in order; loops.py what goes round or leads nowhere
    flows.py          expected visits; visiting.py probabilities of meeting something
    lengths.py        what words are counted; costs.py minutes on the roads; spans.py shortest and longest
    measuring.py      mean, shortest and longest minutes
    figures.py        all figures
    walks.py          random playthroughs; sampling.py their minutes; visited.py how often scenes are met
    scope.py          one chapter or lesson by itself
    findings.py       what can go wrong; missing.py what no playthrough meets; unread.py unread variables
    promises.py       what an author promises of every path
    study.py          all of it in order
    wording.py report.py table.py plain.py command.py      in a teacher's words, as JSON, on the command line

A state of the search stands for states of the engine between which nothing that is asked can tell. The
reference is game.story: every example is played through Playthrough.choose before it is shown.
"""
