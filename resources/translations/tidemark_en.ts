<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ui::AuditText</name>
    <message numerus="yes">
        <source>%1 · %2 requests in %3</source>
        <comment>outcomes, how many, time</comment>
        <translation>
            <numerusform>%1 · %2 request in %3</numerusform>
            <numerusform>%1 · %2 requests in %3</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ChartView</name>
    <message numerus="yes">
        <source>%n upload(s)</source>
        <translation>
            <numerusform>%n upload</numerusform>
            <numerusform>%n uploads</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::FailureModel</name>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::FloorPlot</name>
    <message numerus="yes">
        <source>%n floor(s), the last one %1</source>
        <translation>
            <numerusform>%n floor, the last one %1</numerusform>
            <numerusform>%n floors, the last one %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>after %1 uploads: %2</source>
        <translation>
            <numerusform>after %1 upload: %2</numerusform>
            <numerusform>after %1 uploads: %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::HistoryConnection</name>
    <message numerus="yes">
        <source>%n run(s) of it could still be read, and are in the new one.</source>
        <translation>
            <numerusform>%n run of it could still be read, and is in the new one.</numerusform>
            <numerusform>%n runs of it could still be read, and are in the new one.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::LeakPage</name>
    <message numerus="yes">
        <source>%n upload(s) in the queue wait until the check is over.</source>
        <translation>
            <numerusform>%n upload in the queue waits until the check is over.</numerusform>
            <numerusform>%n uploads in the queue wait until the check is over.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::PayloadBox</name>
    <message numerus="yes">
        <source>%n file(s), %1</source>
        <translation>
            <numerusform>%n file, %1</numerusform>
            <numerusform>%n files, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ProfileText</name>
    <message numerus="yes">
        <source>%1 uploads</source>
        <translation>
            <numerusform>%1 upload</numerusform>
            <numerusform>%1 uploads</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::QueueSummary</name>
    <message numerus="yes">
        <source>Looking through %1: %2 files</source>
        <translation>
            <numerusform>Looking through %1: %2 file</numerusform>
            <numerusform>Looking through %1: %2 files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ReadingTable</name>
    <message numerus="yes">
        <source>From %1 to %2, newest first: %n row(s).</source>
        <translation>
            <numerusform>From %1 to %2, newest first: %n row.</numerusform>
            <numerusform>From %1 to %2, newest first: %n rows.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ResultCard</name>
    <message numerus="yes">
        <source>Waiting for %n upload(s) to end</source>
        <translation>
            <numerusform>Waiting for %n upload to end</numerusform>
            <numerusform>Waiting for %n uploads to end</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::SweepPage</name>
    <message numerus="yes">
        <source>%n upload(s) in the queue wait until the sweep is over.</source>
        <translation>
            <numerusform>%n upload in the queue waits until the sweep is over.</numerusform>
            <numerusform>%n uploads in the queue wait until the sweep is over.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::Timeline</name>
    <message numerus="yes">
        <source>%n upload(s) accepted until the last one.</source>
        <translation>
            <numerusform>%n upload accepted until the last one.</numerusform>
            <numerusform>%n uploads accepted until the last one.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 cycles in it</source>
        <translation>
            <numerusform>%1 cycle in it</numerusform>
            <numerusform>%1 cycles in it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 cycles</source>
        <translation>
            <numerusform>%1 cycle</numerusform>
            <numerusform>%1 cycles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::UploadText</name>
    <message numerus="yes">
        <source>%n attempts</source>
        <translation>
            <numerusform>%n attempt</numerusform>
            <numerusform>%n attempts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::VerdictText</name>
    <message numerus="yes">
        <source>%1 · %2 uploads · %3 so far</source>
        <comment>phase, count, time</comment>
        <translation>
            <numerusform>%1 · %2 upload · %3 so far</numerusform>
            <numerusform>%1 · %2 uploads · %3 so far</numerusform>
        </translation>
    </message>
</context>
</TS>
