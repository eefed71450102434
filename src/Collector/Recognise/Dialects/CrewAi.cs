using Tidemark.Collector.Recognise.Mapping;

namespace Tidemark.Collector.Recognise.Dialects;

/// <summary>CrewAI, by its own telemetry and by OpenInference: attributes describe crews, tasks and flows, including their inputs.</summary>
internal static class CrewAi
{
    public static readonly Dialect Dialect = new("crewai")
    {
        Inherits = OpenInference.Dialect,
        Scopes = ["openinference.instrumentation.crewai", "crewai"],
        Excluded = [
            "Crew Created", "Task Created", "Task Execution", "Tool Usage", "Tool Repeated Usage", "Tool Usage Error", "Flow Creation", "Flow Plotting"
        ],
        NoContent = ["crew_key", "crew_id", "task_key", "task_id", "crewai_version", "python_version"],
        Content = ["crew_*", "task_*", "formatted_*", "flow_*"],
    };
}
