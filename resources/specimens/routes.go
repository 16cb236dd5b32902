// SPDX-License-Identifier: GPL-3.0-or-later

package main

import (
	"expvar"
	"net/http"
	"net/http/pprof"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"
)

func routes(forms []*form) http.Handler {
	requests := prometheus.NewCounter(prometheus.CounterOpts{
		Name: "http_requests_total",
		Help: "Requests of any kind but for this page.",
	})
	registry := prometheus.NewRegistry()
	registry.MustRegister(
		requests,
		collectors.NewGoCollector(),
		collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}),
		truth(forms))

	mux := http.NewServeMux()
	mux.HandleFunc("/", index(forms))
	mux.Handle("/metrics", promhttp.HandlerFor(registry, promhttp.HandlerOpts{EnableOpenMetrics: true}))
	mux.Handle("/debug/vars", expvar.Handler())
	mux.HandleFunc("/debug/pprof/", pprof.Index)
	mux.HandleFunc("/debug/pprof/cmdline", pprof.Cmdline)
	mux.HandleFunc("/debug/pprof/profile", pprof.Profile)
	mux.HandleFunc("/debug/pprof/symbol", pprof.Symbol)
	mux.HandleFunc("/debug/pprof/trace", pprof.Trace)
	for _, f := range forms {
		mux.Handle(f.path(), f)
		mux.Handle(f.path()+"/", f)
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/metrics" {
			requests.Inc()
		}
		mux.ServeHTTP(w, r)
	})
}
