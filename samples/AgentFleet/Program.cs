Console.WriteLine("agentfleet");
