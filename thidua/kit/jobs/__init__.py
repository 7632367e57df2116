"""Long work in the background: started by a service, done by `thidua worker`, seen and stopped by whoever asked for it.

    # jobs.py of an app, found by itself at start
    from thidua.kit.jobs.registry import job
    from thidua.kit.jobs.run import Outcome, Run

    @job("intake.ocr")
    def ocr(run: Run, reading: int) -> Outcome:
        pages = …
        for number, page in enumerate(pages, start=1):
            run.step(number, len(pages), f"đọc trang {number}")     # progress; ends here when somebody stopped it
            text = …                                                # slow, no transaction
            with transaction.atomic():
                if run.claim(f"page-{number}"):                     # once, however often this runs
                    services.add_page(…)
        return Outcome("Đã đọc 12 trang.", url)

    # a view or a service
    from thidua.kit.jobs import services as jobs
    job = jobs.start("intake.ocr", by=actor, at=now, title="Đọc chữ bản quét 46/KH-SVH", args={"reading": reading.pk})

    @job("orgs.rebuild_tree", daily="Cập nhật cây tổ chức theo ngày")   # once a day, asked for by nobody
    def rebuild_tree(run: Run) -> Outcome: …

A killed worker is nothing special: the job begins again from the top after `JOBS_LEASE` seconds, and what was claimed
is not done twice. So every effect is claimed in the transaction that does it, and slow work stays outside of it.
"""
