// SPDX-License-Identifier: GPL-3.0-or-later

package main

import "github.com/prometheus/client_golang/prometheus"

// Truth exports what is known of each form by counting, to compare with what is concluded from the heap's size.
type truth []*form

var (
	formLabels   = []string{"specimen", "form"}
	retainedDesc = prometheus.NewDesc("specimen_retained_bytes",
		"Bytes of uploaded files that are still held.", formLabels, nil)
	memoryDesc = prometheus.NewDesc("specimen_retained_memory_bytes",
		"Memory that holding them takes: the capacity of their buffers.", formLabels, nil)
	uploadsDesc = prometheus.NewDesc("specimen_uploads_total",
		"Files that arrived completely.", formLabels, nil)
)

func (t truth) Describe(descriptions chan<- *prometheus.Desc) {
	descriptions <- retainedDesc
	descriptions <- memoryDesc
	descriptions <- uploadsDesc
}

func (t truth) Collect(metrics chan<- prometheus.Metric) {
	for _, f := range t {
		emit := func(desc *prometheus.Desc, kind prometheus.ValueType, value int64) {
			metrics <- prometheus.MustNewConstMetric(desc, kind, float64(value), f.specimen.name, f.kind)
		}
		emit(retainedDesc, prometheus.GaugeValue, f.retained.Load())
		emit(memoryDesc, prometheus.GaugeValue, f.memory.Load())
		emit(uploadsDesc, prometheus.CounterValue, f.uploads.Load())
	}
}
