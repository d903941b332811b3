"""Cards of one indicator each, label beside value: tables set upright."""
