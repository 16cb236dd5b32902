// SPDX-License-Identifier: GPL-3.0-or-later

package main

import "github.com/prometheus/client_golang/prometheus"

// Truth exports what is known of each form by counting, to compare with what is concluded from the heap's size.
type truth []*form

var (
	formLabels   = []string{"specimen", "form"}
	retainedDesc = prometheus.NewDesc("specimen_retained_bytes",
		"Bytes that are still held, of uploaded files and of what was needed to take them.", formLabels, nil)
	memoryDesc = prometheus.NewDesc("specimen_retained_memory_bytes",
		"Memory that holding them takes: the capacity of their buffers.", formLabels, nil)
	uploadsDesc = prometheus.NewDesc("specimen_uploads_total",
		"Files that arrived completely.", formLabels, nil)
	heldDescs = [resourceCount]*prometheus.Desc{
		descriptors: prometheus.NewDesc("specimen_retained_descriptors",
			"File descriptors that are still open.", formLabels, nil),
		goroutines: prometheus.NewDesc("specimen_retained_goroutines",
			"Goroutines that wait for ever.", formLabels, nil),
		files: prometheus.NewDesc("specimen_retained_files",
			"Temporary files that are still there.", formLabels, nil),
	}
)

func (t truth) Describe(descriptions chan<- *prometheus.Desc) {
	descriptions <- retainedDesc
	descriptions <- memoryDesc
	descriptions <- uploadsDesc
	for _, desc := range heldDescs {
		descriptions <- desc
	}
}

func (t truth) Collect(metrics chan<- prometheus.Metric) {
	for _, f := range t {
		emit := func(desc *prometheus.Desc, kind prometheus.ValueType, value int64) {
			metrics <- prometheus.MustNewConstMetric(desc, kind, float64(value), f.specimen.name, f.kind)
		}
		emit(retainedDesc, prometheus.GaugeValue, f.retained.Load())
		emit(memoryDesc, prometheus.GaugeValue, f.memory.Load())
		emit(uploadsDesc, prometheus.CounterValue, f.uploads.Load())
		for _, what := range f.specimen.counts {
			emit(heldDescs[what], prometheus.GaugeValue, f.held[what].Load())
		}
	}
}
