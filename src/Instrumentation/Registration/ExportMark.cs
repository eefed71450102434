namespace Tidemark.Instrumentation.Registration;

/// <summary>Among the services where <c>AddTidemark</c> has added the exporter.</summary>
internal sealed class ExportMark;
