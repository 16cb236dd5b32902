<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
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
</TS>
