namespace Tidemark.Instrumentation.Registration;

/// <summary>Marks a service collection to which <c>AddTidemark</c> has added the exporter.</summary>
internal sealed class ExportMark;
