"""Who did what, when: one append-only, hash-chained line a public verb.

    from thidua.kit.audit import chain
    chain.record("register.issue", document, by=by, at=at, text="46/KH-SDL", changes={"number": [None, "46"]})

Verbs called inside another verb name the outer one: `with chain.within("intake.confirm"): …`
"""
