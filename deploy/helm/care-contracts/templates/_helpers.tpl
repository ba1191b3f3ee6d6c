{{- define "care.labels" -}}
app.kubernetes.io/name: {{ .name }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
{{- end }}

{{- define "care.metadata" -}}
{{ include "care.labels" . }}
app.kubernetes.io/part-of: care-contracts
app.kubernetes.io/version: {{ .root.Values.image.tag | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ .root.Chart.Name }}-{{ .root.Chart.Version }}
{{- end }}

{{- define "care.fullname" -}}
{{ printf "%s-%s" .root.Release.Name .name | trunc 63 | trimSuffix "-" }}
{{- end }}

{{- define "care.image" -}}
{{ .root.Values.image.registry }}/{{ .root.Values.image.prefix }}{{ .image }}:{{ .root.Values.image.tag }}
{{- end }}

{{- define "care.databaseUrl" -}}
jdbc:postgresql://{{ .root.Values.postgresql.host }}:{{ .root.Values.postgresql.port }}/{{ .service.database }}?sslmode={{ .root.Values.postgresql.sslMode }}
{{- end }}

{{- define "care.probes" -}}
startupProbe:
  httpGet: {path: /q/health/started, port: http}
  periodSeconds: 2
  failureThreshold: 60
readinessProbe:
  httpGet: {path: /q/health/ready, port: http}
  periodSeconds: 5
livenessProbe:
  httpGet: {path: /q/health/live, port: http}
  periodSeconds: 10
  failureThreshold: 6
{{- end }}

{{- define "care.containerSecurity" -}}
runAsNonRoot: true
runAsUser: 10001
runAsGroup: 10001
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities: {drop: [ALL]}
seccompProfile: {type: RuntimeDefault}
{{- end }}

{{- define "care.spread" -}}
topologySpreadConstraints:
  - maxSkew: 1
    topologyKey: kubernetes.io/hostname
    whenUnsatisfiable: ScheduleAnyway
    labelSelector:
      matchLabels:
{{ include "care.labels" . | indent 8 }}
{{- end }}

{{- define "care.tracing" -}}
{{- with .Values.tracing.endpoint }}
- {name: OTEL_SDK_DISABLED, value: "false"}
- {name: OTEL_EXPORTER_OTLP_ENDPOINT, value: {{ . | quote }}}
- {name: OTEL_EXPORTER_OTLP_PROTOCOL, value: {{ $.Values.tracing.protocol | quote }}}
- {name: OTEL_TRACES_SAMPLER_ARG, value: {{ $.Values.tracing.ratio | quote }}}
- {name: OTEL_DATABASE_SPANS, value: {{ $.Values.tracing.databaseSpans | quote }}}
{{- end }}
{{- end }}
